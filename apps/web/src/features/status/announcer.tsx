import { useScreen } from "../../parts/screen/screen-store.ts";

/** The one place from which screen readers are told what happened; politely, after what they are saying. */
export function Announcer() {
  const announcement = useScreen((state) => state.announcement);
  return (
    <p aria-live="polite" className="visually-hidden">
      {announcement}
    </p>
  );
}
