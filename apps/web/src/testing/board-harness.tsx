import { type Actor, type CreateCommand, peopleOf, type Role } from "@hefboom/board";
import { aBoard, aCreate, anActor } from "@hefboom/board/testing";
import { aSession, FakeServer } from "@hefboom/client/testing";
import { act, type ReactNode } from "react";
import { createRoot } from "react-dom/client";
import { createStore } from "zustand/vanilla";

import { BoardContext } from "../board/use-board.ts";
import { loadTexts } from "../texts/load-texts.ts";
import { textStore } from "../texts/text-store.ts";

// React asks for this in tests that use `act`.
Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true });

/** A page of a board in jsdom, on the real session and a server in memory. */
export class BoardHarness {
  readonly server = new FakeServer(aBoard());
  readonly me: Actor;
  readonly other = anActor("participant");
  readonly container = document.createElement("div");
  readonly #root = createRoot(this.container);
  readonly #role: Role;

  constructor(role: Role = "participant") {
    this.#role = role;
    this.me = anActor(role, { consent: "named" });
    const people = peopleOf(this.server.board.doc);
    people.set(this.me.personId, { name: "Anna", hue: 320 });
    people.set(this.other.personId, { name: "Bram", hue: 200 });
    document.body.replaceChildren(this.container);
    standInForBrowser();
  }

  async show(children: ReactNode): Promise<void> {
    textStore.setState({ locale: "nl", text: await loadTexts("nl") });
    const session = aSession(this.server, { actor: this.me });
    const store = createStore(() => session.view);
    session.subscribe(() => store.setState(session.view, true));
    await act(settle); // connected and loaded, as a BoardProvider waits for
    const board = {
      boardId: "b".repeat(20),
      me: { personId: this.me.personId, role: this.#role, consent: "named" as const, name: "Anna" },
      session,
      store,
      [Symbol.asyncDispose]: () => session[Symbol.asyncDispose](),
    };
    await act(async () => this.#root.render(<BoardContext value={board}>{children}</BoardContext>));
  }

  /** Somebody else, or this person on another device, places a card. */
  async place(changes: Partial<CreateCommand>, actor: Actor = this.other): Promise<string> {
    const command = aCreate(changes);
    await act(async () => {
      this.server.board.do(actor, command);
      await settle();
    });
    return command.cardId;
  }

  async do(change: () => void): Promise<void> {
    await act(async () => {
      change();
      await settle();
    });
  }

  /** Presses the button, link or option with this name. */
  async press(name: string | RegExp): Promise<void> {
    const target = this.find("button, a, summary, label", name);
    await this.do(() => target.click());
  }

  async type(label: string | RegExp, value: string): Promise<void> {
    const field = this.field(label);
    await this.do(() => {
      // React listens to the setter of the prototype, not to that of the element.
      Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), "value")?.set?.call(
        field,
        value,
      );
      const kind = field instanceof HTMLSelectElement ? "change" : "input";
      field.dispatchEvent(new Event(kind, { bubbles: true }));
    });
  }

  field(label: string | RegExp): HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement {
    const found = this.find("label", label).getAttribute("for") ?? "";
    const field = document.getElementById(found);
    if (
      field instanceof HTMLInputElement ||
      field instanceof HTMLTextAreaElement ||
      field instanceof HTMLSelectElement
    ) {
      return field;
    }
    throw new Error(`no field for ${label}`);
  }

  find(selector: string, name: string | RegExp): HTMLElement {
    const found = this.all(selector, name)[0];
    if (found === undefined) throw new Error(`no ${selector} named ${name} in: ${this.text()}`);
    return found;
  }

  all(selector: string, name: string | RegExp): HTMLElement[] {
    return [...document.querySelectorAll<HTMLElement>(selector)].filter((element) => {
      const label = element.getAttribute("aria-label") ?? element.textContent ?? "";
      return typeof name === "string" ? label.trim() === name : name.test(label);
    });
  }

  text(): string {
    return this.container.textContent ?? "";
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await act(async () => this.#root.unmount());
  }
}

/** Lets what waits for microtasks and timers of no delay run. */
async function settle(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await new Promise<void>((resolve) => {
      setTimeout(resolve, 0);
    });
  }
}

/** jsdom knows <dialog> but does not open it. */
class NoSizes implements ResizeObserver {
  observe = () => undefined;
  unobserve = () => undefined;
  disconnect = () => undefined;
}

/** What jsdom lacks: dialogs that open, and sizes. */
function standInForBrowser(): void {
  globalThis.ResizeObserver ??= NoSizes;
  HTMLDialogElement.prototype.showModal ??= function showModal(this: HTMLDialogElement) {
    this.open = true;
  };
  HTMLDialogElement.prototype.close ??= function close(this: HTMLDialogElement) {
    this.open = false;
  };
  Element.prototype.scrollIntoView ??= () => undefined;
}
