/** Light or dark: as the system says, or as chosen. */
import { choices } from "../frame/choices";

/** Sets the theme now, and again whenever the system or the choice changes. */
export function followTheme(): void {
  const dark = window.matchMedia("(prefers-color-scheme: dark)");
  const apply = () => {
    const { theme } = choices.now();
    document.documentElement.dataset.theme = theme === "system" ? (dark.matches ? "dark" : "light") : theme;
  };
  dark.addEventListener("change", apply);
  choices.subscribe(apply);
  apply();
}
