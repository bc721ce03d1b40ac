// Loaded into every measured server before its script: tells its memory, after a collection, when it is asked; and ends
// the server when whoever measures it is gone.
if (process.send !== undefined) {
  process.on("message", () => {
    globalThis.gc?.();
    globalThis.gc?.();
    process.send(process.memoryUsage());
  });
  process.on("disconnect", () => process.exit());
  process.channel?.unref();
}
