import type { TextEditing } from "@hefboom/client";
import { expect, it } from "vitest";

import { TypingTogether } from "./typing-together.ts";

class FakeEditing implements TextEditing {
  text: string;
  readonly bases: (string | undefined)[] = [];
  isClosed = false;
  #listener: (text: string) => void = () => undefined;
  constructor(text: string) {
    this.text = text;
  }
  change(next: string, base?: string): void {
    this.bases.push(base);
    this.text = next;
  }
  onRemoteChange(listener: (text: string) => void): () => void {
    this.#listener = listener;
    return () => undefined;
  }
  close(): void {
    this.isClosed = true;
  }
  someoneTypes(text: string): void {
    this.text = text;
    this.#listener(text);
  }
}

function setUp(text: string) {
  const editing = new FakeEditing(text);
  const area = document.createElement("textarea");
  const lengths: number[] = [];
  const typing = new TypingTogether(editing, area, (length) => lengths.push(length));
  return { editing, area, lengths, typing };
}

it("shows the text and sends what is typed onto it", () => {
  const { editing, area, typing } = setUp("bank");

  area.value = "banken";
  typing.send();

  expect(editing.text).toBe("banken");
  expect(editing.bases).toEqual(["bank"]);
});

it("keeps the caret between the same letters when somebody else types", () => {
  const { editing, area } = setUp("bank");
  area.setSelectionRange(2, 2);

  editing.someoneTypes("een bank");

  expect(area.value).toBe("een bank");
  expect(area.selectionStart).toBe(6);
});

it("leaves letters alone while an input method composes them", () => {
  const { editing, area, typing } = setUp("bank");

  typing.hold();
  editing.someoneTypes("een bank");
  area.value = "banks";
  typing.send();

  expect(editing.bases).toEqual(["bank"]);
});

it("sends the last letters when the sheet closes in the middle of a word", () => {
  const { editing, area, typing } = setUp("bank");

  area.value = "banke";
  typing.close();

  expect(editing.text).toBe("banke");
  expect(editing.isClosed).toBe(true);
});
