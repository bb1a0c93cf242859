/** The picture or the initials of a person (round) or an organisation (square). Decorative: the name stands beside it. */
import { join } from "../join";
import { useState } from "react";
import { initialsOf, type NameParts } from "./initials";
import css from "./marks.module.css";

export interface AvatarProps {
  name: string;
  size?: 24 | 32 | 44 | 56;
  square?: boolean;
  /** Given and family name, where they are known: of three words, the last is not always the family's. */
  parts?: NameParts | undefined;
  /** A `data:` address. */
  picture?: string;
}

const letters = { 24: 10, 32: 12, 44: 15, 56: 19 } as const;

export function Avatar({ name, size = 32, square, parts, picture }: AvatarProps) {
  // A picture that the page cannot draw gives way to the initials.
  const [broken, setBroken] = useState<string>();
  return (
    <span
      className={join(css.avatar, square && css.square)}
      style={{ width: size, height: size, fontSize: letters[size] }}
      aria-hidden
      dir="auto"
    >
      {picture && picture !== broken ? <img className={css.picture} src={picture} alt="" onError={() => setBroken(picture)} /> : initialsOf(name, parts)}
    </span>
  );
}
