import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { afterEach, beforeEach, expect, it, vi } from "vitest";

import { watchBody } from "./slow-body.ts";

const pace = { patienceMs: 10_000, leastBytes: 4_096 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function aRequest(headers: Record<string, string>) {
  const socket = new Socket();
  const destroy = vi.spyOn(socket, "destroy");
  let bytes = 0;
  vi.spyOn(socket, "bytesRead", "get").mockImplementation(() => bytes);
  const request = new IncomingMessage(socket);
  Object.assign(request.headers, headers);
  watchBody(request, pace);
  const receive = (more: number) => {
    bytes += more;
  };
  return { request, destroy, receive };
}

it("cuts off who sends half a body and then next to nothing", () => {
  const { destroy, receive } = aRequest({ "content-length": "100000" });
  receive(50_000);

  for (let second = 0; second < 9; second += 1) {
    receive(100);
    vi.advanceTimersByTime(1_000);
  }
  const before = destroy.mock.calls.length;
  vi.advanceTimersByTime(3_000);

  expect([before, destroy.mock.calls.length > 0]).toEqual([0, true]);
});

it("waits for a long body on slow Wi-Fi", () => {
  const { destroy, receive } = aRequest({ "transfer-encoding": "chunked" });

  for (let second = 0; second < 100; second += 1) {
    receive(600);
    vi.advanceTimersByTime(1_000);
  }

  expect(destroy).not.toHaveBeenCalled();
});

it("has nothing to wait for when the body is there, and none when there is no body", () => {
  const whole = aRequest({ "content-length": "10" });
  whole.request.emit("end");
  const bodiless = aRequest({});

  vi.advanceTimersByTime(60_000);

  expect(whole.destroy).not.toHaveBeenCalled();
  expect(bodiless.destroy).not.toHaveBeenCalled();
});
