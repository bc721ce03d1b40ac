import { type ReactNode, type Ref, useId } from "react";

import css from "./panel.module.css";

interface PanelProps {
  title: ReactNode;
  children: ReactNode;
  /** The heading takes the focus when what had it is gone. */
  headingRef?: Ref<HTMLHeadingElement>;
}

/** A part of a page with a heading of its own, on paper. */
export function Panel({ title, children, headingRef }: PanelProps) {
  const id = useId();
  return (
    <section aria-labelledby={id} className={css.panel}>
      <h2 id={id} ref={headingRef} tabIndex={-1}>
        {title}
      </h2>
      {children}
    </section>
  );
}
