// Runs in the browser on /t, as it is. Asked to, it trades the code in the fragment for the cookie of the person who made
// it: never by itself, or a link would be enough to have somebody write in another's name.
{
  /** Shows one sentence of the page, and no other. */
  const show = (name) => {
    for (const sentence of document.querySelectorAll("[data-when]")) {
      sentence.hidden = sentence.dataset.when !== name;
    }
  };
  const reasons = { 403: "stopped", 429: "too-often" };
  const goOn = async () => {
    show("busy");
    try {
      const answer = await fetch("/api/transfers", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ code: decodeURIComponent(location.hash.slice(1)) }),
      });
      if (!answer.ok) {
        show(reasons[answer.status] ?? (answer.status < 500 ? "failed" : "offline"));
        return;
      }
      const { boardId } = await answer.json();
      location.replace(`/b/${boardId}`); // instead of this page, so that "back" does not lead to a used code
    } catch {
      show("offline"); // the code stays in the address: loading the page again tries it again
    }
  };
  document.querySelector("[data-go-on]")?.addEventListener("click", () => void goOn());
  show("ask");
}
