/** Safari has no disposal symbols yet; classes that use them are evaluated after this module. */
for (const name of ["dispose", "asyncDispose"]) {
  if (!(name in Symbol)) Object.defineProperty(Symbol, name, { value: Symbol(name) });
}
