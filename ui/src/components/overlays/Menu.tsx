/** A button that opens a short list of deeds. */
import type { LucideIcon } from "lucide-react";
import type { ReactElement } from "react";
import { Menu as List, MenuItem, MenuTrigger } from "react-aria-components/Menu";
import { Popover } from "react-aria-components/Popover";
import { Separator } from "react-aria-components/Separator";
import { Text } from "react-aria-components/Text";
import { join } from "../join";
import { KeyHint } from "../marks/KeyHint";
import css from "./Menu.module.css";

export type Deed =
  | { id: string; label: string; icon?: LucideIcon; keys?: string; onDo: () => void; danger?: boolean; isDisabled?: boolean }
  | { id: string; line: true };

export interface MenuProps {
  label: string;
  /** The button that opens it. */
  children: ReactElement;
  deeds: readonly Deed[];
  /** Together: opened by something else than its button, a key for instance. */
  isOpen?: boolean;
  onOpenChange?: (isOpen: boolean) => void;
}

export function Menu({ label, children, deeds, isOpen, onOpenChange }: MenuProps) {
  return (
    <MenuTrigger {...(isOpen !== undefined && { isOpen })} {...(onOpenChange && { onOpenChange })}>
      {children}
      <Popover className={css.pop} offset={4}>
        <List className={css.list} aria-label={label}>
          {deeds.map((deed) =>
            "line" in deed ? (
              <Separator key={deed.id} className={css.line} />
            ) : (
              <MenuItem
                key={deed.id}
                id={deed.id}
                textValue={deed.label}
                onAction={deed.onDo}
                isDisabled={deed.isDisabled ?? false}
                className={join(css.item, deed.danger && css.danger)}
              >
                {deed.icon && <deed.icon size={15} strokeWidth={1.75} aria-hidden />}
                <Text slot="label" className={css.text}>{deed.label}</Text>
                {deed.keys && <KeyHint keys={deed.keys} />}
              </MenuItem>
            ),
          )}
        </List>
      </Popover>
    </MenuTrigger>
  );
}
