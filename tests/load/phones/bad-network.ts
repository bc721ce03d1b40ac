import { connect, createServer, type Server, type Socket } from "node:net";

/** Of the chunks in each direction this share is held up for a while, and what comes behind it arrives together with it. */
const STALLED = 0.1;
const STALL_MS = { from: 200, to: 1_000 };

/**
 * The hall's Wi-Fi: a TCP proxy before the server. One chunk in ten is held up for 0.2 to 1 s, and connections can be cut
 * without a word to the one who holds them, as when a phone changes its network.
 */
export class BadNetwork implements AsyncDisposable {
  readonly #server: Server;
  readonly #lines = new Set<Socket>();
  #port = 0;

  static async before(serverPort: number): Promise<BadNetwork> {
    const network = new BadNetwork(serverPort);
    await new Promise<void>((resolve) => network.#server.listen(0, "127.0.0.1", resolve));
    const address = network.#server.address();
    network.#port = typeof address === "object" && address !== null ? address.port : 0;
    return network;
  }

  private constructor(serverPort: number) {
    this.#server = createServer((phone) => this.#join(phone, serverPort));
  }

  get origin(): string {
    return `http://127.0.0.1:${this.#port}`;
  }

  /** Cuts every `nth` connection. @returns how many */
  cutEvery(nth: number): number {
    const cut = [...this.#lines].filter((_, index) => index % nth === 0);
    for (const line of cut) line.resetAndDestroy();
    return cut.length;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const line of this.#lines) line.destroy();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  #join(phone: Socket, serverPort: number): void {
    const server = connect(serverPort, "127.0.0.1");
    this.#lines.add(phone);
    phone.once("close", () => this.#lines.delete(phone));
    for (const [from, to] of [
      [phone, server],
      [server, phone],
    ] as const) {
      from.setNoDelay(true);
      from.on("error", () => to.destroy());
      from.once("close", () => to.destroySoon());
      passOn(from, to);
    }
  }
}

/** Passes everything on in order, late where it is held up. */
function passOn(from: Socket, to: Socket): void {
  let heldUp: Buffer[] | undefined;
  const write = (bytes: Buffer) => {
    if (to.destroyed || to.write(bytes)) return;
    from.pause();
    to.once("drain", () => from.resume());
  };
  from.on("data", (chunk: Buffer) => {
    if (heldUp !== undefined) heldUp.push(chunk);
    else if (Math.random() >= STALLED) write(chunk);
    else {
      heldUp = [chunk];
      setTimeout(
        () => {
          const bytes = Buffer.concat(heldUp ?? []);
          heldUp = undefined;
          write(bytes);
        },
        STALL_MS.from + Math.random() * (STALL_MS.to - STALL_MS.from),
      );
    }
  });
}
