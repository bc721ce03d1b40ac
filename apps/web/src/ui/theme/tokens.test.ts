import { expect, it } from "vitest";

import tokensCss from "./tokens.css?raw";

type Oklch = readonly [lightness: number, chroma: number, hue: number];

/** Value of a token as written, such as "0.95 0.04" or "oklch(0.22 0.03 320)". */
function token(name: string): string {
  const value = new RegExp(`--hefboom-${name}:\\s*([^;]+);`).exec(tokensCss)?.[1];
  if (value === undefined) throw new Error(`no token ${name}`);
  return value;
}

function colour(name: string, hue?: number): Oklch {
  const numbers = (token(name).match(/[\d.]+/g) ?? []).map(Number);
  return [numbers[0] ?? 0, numbers[1] ?? 0, hue ?? numbers[2] ?? 0];
}

/** OKLCH to relative luminance (Björn Ottosson's matrices), out-of-gamut channels clipped as browsers roughly do. */
function luminance([lightness, chroma, hue]: Oklch): number {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const clip = (channel: number) => Math.min(1, Math.max(0, channel));
  const red = clip(4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s);
  const green = clip(-1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s);
  const blue = clip(-0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: Oklch, other: Oklch): number {
  const [dark = 0, light = 0] = [luminance(one), luminance(other)].sort((x, y) => x - y);
  return (light + 0.05) / (dark + 0.05);
}

const WHITE: Oklch = [1, 0, 0];
const hues = Array.from({ length: 36 }, (_, index) => index * 10);

it.each([
  ["document-color", "lever-ground"],
  ["document-color", "lever-header"],
  ["document-color", "paper"],
  ["document-subtle-color", "paper"],
  ["document-subtle-color", "lever-ground"],
])("%s can be read on %s of every hue", (text, ground) => {
  for (const hue of hues) expect(contrast(colour(text), colour(ground, hue))).toBeGreaterThan(4.5);
});

it("strong text of a lever can be read on its ground, on paper white and as a badge", () => {
  for (const hue of hues) {
    const strong = colour("lever-strong", hue);

    expect(contrast(strong, colour("lever-ground", hue))).toBeGreaterThan(4.5);
    expect(contrast(strong, colour("document-background-color"))).toBeGreaterThan(4.5);
    expect(contrast(strong, WHITE)).toBeGreaterThan(4.5);
  }
});

it("a person's name can be read on their own paper, and white on their colour", () => {
  for (const hue of hues) {
    expect(contrast(colour("person", hue), colour("paper", hue))).toBeGreaterThan(4.5);
    expect(contrast(colour("person", hue), WHITE)).toBeGreaterThan(4.5);
  }
});

it.each([
  ["action-on-color", "action-color"],
  ["action-on-color", "danger-color"],
  ["action-color", "document-background-color"],
  ["action-color", "action-subtle-background-color"],
  ["document-color", "highlight-background-color"],
  ["document-subtle-color", "document-background-color"],
  ["info-color", "info-background-color"],
  ["success-color", "success-background-color"],
  ["success-color", "surface-background-color"],
  ["warning-color", "warning-background-color"],
  ["warning-color", "document-background-color"],
  ["error-color", "error-background-color"],
  ["error-color", "surface-background-color"],
])("%s can be read on %s", (text, ground) => {
  expect(contrast(colour(text), colour(ground))).toBeGreaterThan(4.5);
});

it("borders of fields stand out from the page", () => {
  expect(contrast(colour("form-control-border-color"), WHITE)).toBeGreaterThan(3);
});
