/** Whether two values that came as JSON say the same; what one server writes has its keys in one order. */
export function isSameJson(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
