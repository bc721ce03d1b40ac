/** A request that cannot be done as it was asked, known at the edge alone. */
export class HttpError extends Error {
  override readonly name = "HttpError";
  readonly code: string;
  readonly status: number;
  constructor(status: number, code: string, message: string, options?: ErrorOptions) {
    super(message, options);
    this.status = status;
    this.code = code;
  }
}
