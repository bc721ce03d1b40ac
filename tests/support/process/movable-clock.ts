/** Loaded before a server under test: its wall clock is `clockShiftMs` off, in ms, which an inspector can set. */
const RealDate = Date;
const now = () => RealDate.now() + Number(Reflect.get(globalThis, "clockShiftMs") ?? 0);

globalThis.Date = new Proxy(RealDate, {
  construct: (target, given: unknown[]) =>
    Reflect.construct(target, given.length === 0 ? [now()] : given),
  get: (target, key) => (key === "now" ? now : Reflect.get(target, key)),
});
