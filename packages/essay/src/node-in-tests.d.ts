/** What the test of the real essay needs of Node; the package itself uses nothing of it. */
declare module "node:fs" {
  export function existsSync(path: string): boolean;
  export function readFileSync(path: string): Uint8Array;
}
interface ImportMeta {
  readonly dirname: string;
}
