import type { Page } from "@playwright/test";

/** What one may do something with, as screen readers have it. */
const WIDGETS = new Set([
  "button",
  "checkbox",
  "combobox",
  "DisclosureTriangle",
  "link",
  "listbox",
  "menuitem",
  "radio",
  "searchbox",
  "slider",
  "spinbutton",
  "switch",
  "tab",
  "textbox",
]);
/** What only has no name because it says nothing but what stands in it. */
const NAMELESS = new Set(["generic", "none"]);

/** Everything that takes the focus, by the browser's own accessibility tree, and has no name there or no role. */
export async function findNameless(page: Page): Promise<string[]> {
  const cdp = await page.context().newCDPSession(page);
  const { nodes } = await cdp.send("Accessibility.getFullAXTree");
  const faults: string[] = [];
  for (const { ignored, role, name, properties, backendDOMNodeId } of nodes) {
    const isFocusable = properties?.some((each) => each.name === "focusable" && each.value.value);
    if (ignored || !isFocusable || backendDOMNodeId === undefined) continue;
    const isWidget = WIDGETS.has(role?.value);
    const isNamed = String(name?.value ?? "").trim() !== "";
    if (isWidget ? isNamed : !NAMELESS.has(role?.value)) continue;
    const { outerHTML } = await cdp.send("DOM.getOuterHTML", { backendNodeId: backendDOMNodeId });
    faults.push(`${role?.value}: ${outerHTML.slice(0, 160)}`);
  }
  await cdp.detach();
  return faults;
}
