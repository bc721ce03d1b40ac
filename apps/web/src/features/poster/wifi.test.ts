import { expect, it } from "vitest";
import { NO_WIFI, wifiQr } from "./wifi.ts";
import { readWifi } from "./wifi-store.ts";

it("writes what phones read", () => {
  expect(wifiQr({ network: "Zaal 2", password: "welkom2026" })).toBe(
    "WIFI:T:WPA;S:Zaal 2;P:welkom2026;;",
  );
  expect(wifiQr({ network: "Gasten", password: "" })).toBe("WIFI:T:nopass;S:Gasten;;");
  expect(wifiQr(NO_WIFI)).toBeUndefined();
});

it("escapes what has a meaning in the format, and nothing else", () => {
  expect(wifiQr({ network: 'a;b,c:d"e\\f', password: "é ü;" })).toBe(
    'WIFI:T:WPA;S:a\\;b\\,c\\:d\\"e\\\\f;P:é ü\\;;;',
  );
});

it("takes over what it can read of what was kept", () => {
  expect(readWifi('{"network":"Zaal","password":"x"}')).toEqual({
    network: "Zaal",
    password: "x",
  });
  expect(readWifi('{"network":7}')).toEqual(NO_WIFI);
  expect(readWifi("{")).toEqual(NO_WIFI);
  expect(readWifi(null)).toEqual(NO_WIFI);
});
