/** A word on an icon, after a moment's rest or on focus. */
import type { ReactElement } from "react";
import { Tooltip, TooltipTrigger } from "react-aria-components/Tooltip";
import css from "./Hint.module.css";

export function Hint({ text, children, isDisabled = false }: { text: string; children: ReactElement; isDisabled?: boolean }) {
  return (
    <TooltipTrigger delay={500} closeDelay={0} isDisabled={isDisabled}>
      {children}
      <Tooltip className={css.hint} offset={6}>{text}</Tooltip>
    </TooltipTrigger>
  );
}
