import { aNote } from "../../../support/api.ts";
import { contentOf, readBoard } from "../../../support/people/board-reading.ts";
import { Peer } from "../../../support/people/peer.ts";
import type { Workshop } from "../../../support/people/workshop.ts";
import { until } from "../../../support/until.ts";

/** Two honest people in the room that is under attack: one of our own client, who makes cards, and one of a stock client. */
export class HonestPair implements Disposable {
  readonly #workshop: Workshop;
  readonly #writer: Peer;
  readonly #reader: Peer;
  readonly #sent: string[] = [];
  readonly #writing: NodeJS.Timeout;

  static async enter(workshop: Workshop): Promise<HonestPair> {
    const pair = new HonestPair(workshop);
    await Promise.all([pair.#writer.synced(), pair.#reader.synced()]);
    return pair;
  }

  private constructor(workshop: Workshop) {
    this.#workshop = workshop;
    const { server, board, lead } = workshop;
    this.#writer = new Peer(server, board.id, lead, { mode: "own" });
    this.#reader = new Peer(server, board.id, lead);
    this.#writing = setInterval(() => this.#write(), 100);
  }

  /**
   * Waits until everything that the pair wrote was answered, and both replicas and the stored board are equal.
   * @returns what went wrong, in words; empty when nothing did
   */
  async faults(): Promise<string[]> {
    clearInterval(this.#writing);
    const closed = [this.#writer, this.#reader].flatMap(({ closeCode }) => closeCode ?? []);
    const { answers } = this.#writer;
    await until(() => this.#sent.every((id) => answers.has(id)), "answers");
    const refused = this.#sent
      .map((id) => answers.get(id))
      .filter((answer) => !("saved" in (answer ?? {})));
    return [
      ...closed.map((code) => `an honest peer was closed with ${code}`),
      ...refused.map((answer) => `an honest command was refused: ${JSON.stringify(answer)}`),
      ...((await this.#isEqual()) ? [] : ["the documents differ"]),
    ];
  }

  [Symbol.dispose](): void {
    clearInterval(this.#writing);
    this.#writer[Symbol.dispose]();
    this.#reader[Symbol.dispose]();
  }

  #write(): void {
    const note = aNote(`eerlijk ${this.#sent.length}`);
    this.#sent.push(note.id);
    this.#writer.sendCommands([note]);
  }

  async #isEqual(): Promise<boolean> {
    const { server, board, lead } = this.#workshop;
    const look = async () => {
      const stored = await readBoard(server, board.id, lead);
      const contents = [stored, this.#writer.doc, this.#reader.doc].map((doc) =>
        JSON.stringify(contentOf(doc)),
      );
      return new Set(contents).size === 1;
    };
    return until(look, "equal documents").then(
      () => true,
      () => false,
    );
  }
}
