// Old syntax on purpose: this file must say its sentence under any Node that may start it.
import fs from "node:fs";
import url from "node:url";

var wanted = 24;
var found = Number(process.versions.node.split(".")[0]);
if (found !== wanted && !linkOwnNode()) {
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

/**
 * npm 10 takes away the link of the Node it has just installed, together with those of the platforms it left out, because
 * all have one name. Laying it again is enough: each further script of npm looks for `node` anew.
 */
function linkOwnNode() {
  var modules = url.fileURLToPath(new URL("../node_modules", import.meta.url));
  var own = `node-${process.platform}-${process.arch}/bin/node`;
  var link = `${modules}/.bin/node`;
  if (!fs.existsSync(`${modules}/${own}`) || fs.existsSync(link)) return false;
  fs.symlinkSync(`../${own}`, link);
  return true;
}
