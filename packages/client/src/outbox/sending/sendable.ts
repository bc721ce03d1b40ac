/** A longer text is refused here, for the server would close the socket for its size. In UTF-16 units. */
export const SENDABLE_MAX = 12_000;
