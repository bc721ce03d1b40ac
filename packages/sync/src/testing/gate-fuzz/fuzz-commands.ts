import * as prng from "lib0/prng";

import type { FuzzPerson } from "./fuzz-person.ts";

interface FuzzCommand {
  readonly op: string;
  readonly id: string;
  readonly cardId: string;
  readonly [key: string]: unknown;
}
type Op = "create" | "place" | "rewrite" | "delete";

const LEVERS = ["h01", "h02", "h03", null] as const;
const MAX_OWN = 6;

/** 20 characters of [0-9a-z], out of the seed. */
export function fuzzId(chance: prng.PRNG): string {
  return Array.from({ length: 20 }, () => prng.int32(chance, 0, 35).toString(36)).join("");
}

/** Something that `person` may do, unless somebody deleted the card before. */
export function honestCommand(person: FuzzPerson, chance: prng.PRNG, op?: Op): FuzzCommand {
  const cardId = person.own.length > 0 ? prng.oneOf(chance, [...person.own]) : undefined;
  const which = op ?? prng.oneOf<Op>(chance, ["create", "place", "rewrite", "place", "delete"]);
  if (cardId !== undefined && (which !== "create" || person.own.length >= MAX_OWN)) {
    return commandOn(cardId, which === "create" ? "rewrite" : which, chance);
  }
  const create = commandOn(fuzzId(chance), "create", chance);
  person.own.push(create.cardId);
  return create;
}

/** Something on a card of another, under an id in use, with a forged field, or ill-formed. */
export function hostileCommand(
  thief: FuzzPerson,
  people: readonly FuzzPerson[],
  chance: prng.PRNG,
): FuzzCommand {
  const others = people.filter((one) => one !== thief).flatMap(({ own }) => own);
  const cardId = prng.oneOf(chance, others);
  const op = prng.oneOf<Op>(chance, ["create", "place", "rewrite", "delete"]);
  const command = commandOn(cardId, op, chance);
  switch (prng.int32(chance, 0, 5)) {
    case 0:
      return { ...command, author: cardId };
    case 1:
      return { ...command, lever: "h99" };
    case 2:
      return { ...command, text: "a\u0000b" };
    default:
      return command;
  }
}

function commandOn(cardId: string, op: Op, chance: prng.PRNG): FuzzCommand {
  const base = { op, id: fuzzId(chance), cardId };
  const lever = prng.oneOf(chance, [...LEVERS]);
  switch (op) {
    case "create":
      return { ...base, kind: "note", text: "een kaart", lever };
    case "place":
      return { ...base, lever };
    case "rewrite":
      return { ...base, text: prng.oneOf(chance, ["kort", "wat langer 👋🏽", "x".repeat(900)]) };
    case "delete":
      return base;
  }
}
