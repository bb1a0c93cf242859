/** A button: the one primary deed of a view, quiet and outlined ones beside it, and the dangerous kind. */
import type { LucideIcon } from "lucide-react";
import type { ReactNode, Ref } from "react";
import { Button as Pressable, type ButtonProps as PressableProps } from "react-aria-components/Button";
import { join } from "../join";
import { KeyHint } from "../marks/KeyHint";
import css from "./Button.module.css";

export interface ButtonProps extends Omit<PressableProps, "className" | "children" | "style"> {
  kind?: "primary" | "outline" | "quiet" | "danger";
  size?: "m" | "s";
  icon?: LucideIcon | undefined;
  /** Shown as a hint only; the keyboard map does the listening. */
  keys?: string | undefined;
  /** Without words on the screen: then `aria-label` is needed. */
  children?: ReactNode;
  className?: string | undefined;
  ref?: Ref<HTMLButtonElement>;
}

/** While its deed is under way it keeps the focus and does nothing. (React Aria's own way leaves an announcement without a name behind.) */
const waits = { "aria-disabled": true, type: "button", onPress: undefined } as const;

export function Button({ kind = "outline", size = "m", icon: Icon, keys, children, className, isPending = false, ...rest }: ButtonProps) {
  return (
    <Pressable {...rest} {...(isPending && waits)} className={join(css.button, css[kind], size === "s" && css.small, !children && css.bare, className)}>
      {Icon && <Icon size={16} strokeWidth={1.75} aria-hidden />}
      {children}
      {keys && <KeyHint keys={keys} />}
    </Pressable>
  );
}
