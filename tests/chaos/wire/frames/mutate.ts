/** Numbers in [0, 1) that a seed fixes (mulberry32), so that a run that fails can be run again. */
export function seeded(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export type Chance = () => number;

const below = (chance: Chance, end: number): number => Math.floor(chance() * end);

export function pick<T>(chance: Chance, things: readonly [T, ...T[]]): T {
  return things[below(chance, things.length)] ?? things[0];
}

type Mutation = (bytes: Buffer, chance: Chance) => Buffer;

const flipBit: Mutation = (bytes, chance) =>
  change(bytes, chance, (byte) => byte ^ (1 << below(chance, 8)));
const setByte: Mutation = (bytes, chance) =>
  change(bytes, chance, () => pick(chance, [0, 1, 0x7f, 0x80, 0xff, below(chance, 256)]));
const cut: Mutation = (bytes, chance) => bytes.subarray(0, below(chance, bytes.byteLength));
const drop: Mutation = (bytes, chance) => {
  const at = below(chance, bytes.byteLength);
  return splice(bytes, at, at + 1 + below(chance, 4), Buffer.alloc(0));
};
const insertNoise: Mutation = (bytes, chance) => {
  const at = below(chance, bytes.byteLength + 1);
  const noise = Buffer.from(Array.from({ length: 1 + below(chance, 8) }, () => below(chance, 256)));
  return splice(bytes, at, at, noise);
};
const repeat: Mutation = (bytes, chance) => {
  const from = below(chance, bytes.byteLength);
  const part = bytes.subarray(from, from + 1 + below(chance, 32));
  return splice(bytes, from, from, part);
};
/** A variable-length number that says something else, up to 2^63. */
const hugeNumber: Mutation = (bytes, chance) => {
  const at = below(chance, bytes.byteLength);
  return splice(bytes, at, at + 1, Buffer.from([...new Array(below(chance, 9)).fill(0xff), 0x7f]));
};

const MUTATIONS = [flipBit, setByte, cut, drop, insertNoise, repeat, hugeNumber] as const;

/** One to four changes to honest bytes. */
export function mutate(bytes: Uint8Array, chance: Chance): Buffer {
  let mutated = Buffer.from(bytes);
  for (let rounds = 1 + below(chance, 4); rounds > 0; rounds -= 1) {
    mutated = Buffer.from(pick<Mutation>(chance, MUTATIONS)(mutated, chance));
  }
  return mutated;
}

function change(bytes: Buffer, chance: Chance, to: (byte: number) => number): Buffer {
  const changed = Buffer.from(bytes);
  const at = below(chance, bytes.byteLength);
  if (at < changed.byteLength) changed[at] = to(changed[at] ?? 0);
  return changed;
}

function splice(bytes: Buffer, from: number, to: number, part: Uint8Array): Buffer {
  return Buffer.concat([bytes.subarray(0, from), part, bytes.subarray(to)]);
}
