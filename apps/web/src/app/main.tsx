import "./polyfills.ts";
import "../ui/theme/base.css";

import { createRoot } from "react-dom/client";

import { startTexts } from "../texts/text-store.ts";
import { ErrorBoundary } from "./error-boundary.tsx";
import { loadFontsWhenIdle } from "./load-fonts.ts";
import { Routes } from "./routes.tsx";

const container = document.getElementById("app");
if (container === null) throw new Error("index.html has no #app");
await startTexts();
createRoot(container).render(
  <ErrorBoundary>
    <Routes />
  </ErrorBoundary>,
);
loadFontsWhenIdle();
