/** The window starts here. */
import "./styles/fonts";
import "./styles/tokens.css";
import "./styles/base.css";
import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { App } from "./app/App";
import { followTheme } from "./app/theme";
import { passNonce } from "./host/nonce";
import { speakEnglish } from "./strings/catalogue";

passNonce();
followTheme();
speakEnglish();
const root = document.getElementById("root");
if (root) createRoot(root).render(<StrictMode><App /></StrictMode>);
