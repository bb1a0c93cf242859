/** The picture or the initials of a person (round) or an organisation (square). Decorative: the name stands beside it. */
import { join } from "../join";
import { initialsOf } from "./initials";
import css from "./marks.module.css";

export interface AvatarProps {
  name: string;
  size?: 24 | 32 | 44 | 56;
  square?: boolean;
  /** When the core knows better than the first letters of the name. */
  initials?: string;
  /** A `data:` address. */
  picture?: string;
}

const letters = { 24: 10, 32: 12, 44: 15, 56: 19 } as const;

export function Avatar({ name, size = 32, square, initials, picture }: AvatarProps) {
  return (
    <span
      className={join(css.avatar, square && css.square)}
      style={{ width: size, height: size, fontSize: letters[size] }}
      aria-hidden
      dir="auto"
    >
      {picture ? <img className={css.picture} src={picture} alt="" /> : (initials ?? initialsOf(name))}
    </span>
  );
}
