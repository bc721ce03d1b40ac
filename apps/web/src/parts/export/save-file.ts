/** Time a browser gets to start the download before its address goes. */
const START_MS = 30_000;

/** Hands a file to the browser's downloads, on http too. */
export function saveFile(blob: Blob, fileName: string): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = fileName;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(link.href), START_MS);
}
