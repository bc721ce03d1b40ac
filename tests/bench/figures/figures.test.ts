import { expect, it } from "vitest";

import { Deliveries } from "./deliveries.ts";
import { Histogram } from "./histogram.ts";
import { KnownFrames } from "./known-frames.ts";
import { markOf, marksIn } from "./marks.ts";

it("tells quantiles of short and of long times", () => {
  const histogram = new Histogram();
  for (let ms = 1; ms <= 100; ms += 1) histogram.add(ms);
  histogram.add(7_800);

  const quantiles = [0.5, 0.99, 1].map((part) => histogram.quantile(part));

  expect(quantiles[0]).toBeCloseTo(51, 0);
  expect(quantiles[1]).toBeCloseTo(100, 0);
  expect(quantiles[2]).toBeCloseTo(7_810, 0);
});

it("finds each mark once, wherever it stands", () => {
  const text = `x${markOf(7)}abc "a0${markOf(123_456)}V" ${markOf(7)}`;

  const marks = marksIn(Buffer.from(text));

  expect(marks).toEqual([7, 123_456]);
});

it("reads a frame once for all who hear it, and another one anew", () => {
  let readings = 0;
  const known = new KnownFrames((bytes) => {
    readings += 1;
    return marksIn(bytes);
  });
  const frames = [1, 2, 1, 1, 2].map((edit) =>
    Buffer.from(`a frame that is long enough ${markOf(edit)}`),
  );

  const marks = frames.flatMap((frame) => known.marksOf(frame));

  expect(marks).toEqual([1, 2, 1, 1, 2]);
  expect(readings).toBe(2);
});

it("does not count what was sent to warm up", () => {
  const deliveries = new Deliveries(2);
  deliveries.note(0);
  deliveries.startCounting();
  deliveries.note(1);

  deliveries.arrive([0, 1, 1]);

  expect([deliveries.sent, deliveries.arrived, deliveries.latency.count]).toEqual([1, 2, 2]);
});
