import "../../viz/theme.css";
import "../../ui/styles/base.css";
import "../../ui/styles/layout.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { safeStorage } from "../../ui/store/safeStorage";
import { createSettingsStore } from "../../ui/store/settings";
import { keepTheme } from "../../ui/theme";
import { askedBy } from "./asked";
import { BenchPage } from "./BenchPage";
import "./bench.css";

// The theme is the one chosen on the page of the model.
keepTheme(createSettingsStore(safeStorage()), document.documentElement);

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <BenchPage asked={askedBy(new URLSearchParams(location.search))} />
    </StrictMode>,
  );
