import { Component, type ReactNode } from "react";

import { Trouble } from "./states/trouble.tsx";

interface Caught {
  error: unknown;
}

/** Shows a human sentence instead of an empty page when a component fails. */
export class ErrorBoundary extends Component<{ children: ReactNode }, Caught> {
  override state: Caught = { error: undefined };

  static getDerivedStateFromError(error: unknown): Caught {
    return { error: error ?? new Error("unknown") };
  }

  override render(): ReactNode {
    return this.state.error === undefined ? (
      this.props.children
    ) : (
      <Trouble error={this.state.error} />
    );
  }
}
