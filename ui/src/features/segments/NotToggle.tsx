/** Turns a condition or a group into its opposite. */
import { useLingui } from "@lingui/react/macro";
import { ToggleButton } from "react-aria-components/ToggleButton";
import css from "./segments.module.css";

export function NotToggle({ isOn, onChange }: { isOn: boolean; onChange: (not: boolean) => void }) {
  const { t } = useLingui();
  return <ToggleButton className={css.not} isSelected={isOn} onChange={onChange}>{t`not`}</ToggleButton>;
}
