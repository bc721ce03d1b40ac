// Loaded into every measured server before its script: tells its memory, after a collection, when it is asked.
if (process.send !== undefined) {
  process.on("message", () => {
    globalThis.gc?.();
    globalThis.gc?.();
    process.send(process.memoryUsage());
  });
  process.channel?.unref();
}
