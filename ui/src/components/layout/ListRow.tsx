/** One row: a mark, a name with what belongs to it, a line of words, and what stands at the end. */
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { join } from "../join";
import css from "./layout.module.css";

export interface ListRowProps {
  mark?: ReactNode;
  title: ReactNode;
  /** After the title, separated by a dot: an organisation. */
  aside?: ReactNode;
  text?: ReactNode;
  end?: ReactNode;
  selected?: boolean;
  /** 44 pixels instead of 54. */
  tight?: boolean;
  /** Makes the whole row a button. Inside a VirtualList leave it out: the list does the pressing. */
  onPress?: () => void;
}

export function ListRow({ mark, title, aside, text, end, selected, tight, onPress }: ListRowProps) {
  const look = join(css.row, tight && css.tight, selected && css.selected, onPress && css.pressable);
  const inside = (
    <>
      {mark}
      <span className={css.words}>
        <span className={css.line}>
          <bdi className={css.title}>{title}</bdi>
          {aside && <span className={css.aside}>· <bdi>{aside}</bdi></span>}
        </span>
        {text && <span className={css.text} style={{ display: "block" }}>{text}</span>}
      </span>
      {end && <span className={css.end}>{end}</span>}
    </>
  );
  return onPress ? (
    <Button className={look} onPress={onPress} {...(selected && { "aria-pressed": true })}>{inside}</Button>
  ) : (
    <div className={look}>{inside}</div>
  );
}
