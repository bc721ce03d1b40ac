// Old syntax on purpose: this file must say its sentence under any Node that may start it.
var wanted = 24;
var found = Number(process.versions.node.split(".")[0]);
if (found !== wanted) {
  console.error(
    "Hefboom needs Node " +
      wanted +
      " and got " +
      process.versions.node +
      ". `npm ci` brings it for Linux x64 and arm64, " +
      "macOS x64 and Windows x64; elsewhere install Node " +
      wanted +
      " yourself and run the command again.",
  );
  process.exit(1);
}
