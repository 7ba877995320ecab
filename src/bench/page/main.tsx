import "../../viz/theme.css";
import "../../ui/styles/base.css";
import "../../ui/styles/layout.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { createJSONStorage } from "zustand/middleware";
import { createSettingsStore, type Settings } from "../../ui/store/settings";
import { keepTheme } from "../../ui/theme";
import { askedBy } from "./asked";
import { BenchPage } from "./BenchPage";
import "./bench.css";

// The theme is the one chosen on the page of the model.
keepTheme(createSettingsStore(createJSONStorage<Settings>(() => localStorage)), document.documentElement);

const root = document.getElementById("root");
if (root)
  createRoot(root).render(
    <StrictMode>
      <BenchPage asked={askedBy(new URLSearchParams(location.search))} />
    </StrictMode>,
  );
