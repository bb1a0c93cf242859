/** A choice found by typing. The caller filters (the core does, for people), so that any number of options works. */
import { ChevronDown } from "lucide-react";
import type { Ref } from "react";
import { Button } from "react-aria-components/Button";
import { ComboBox as Combo } from "react-aria-components/ComboBox";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { ListBox } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Text } from "react-aria-components/Text";
import { join } from "../join";
import css from "./field.module.css";
import own from "./Select.module.css";
import { type Option, OptionRow } from "./Select";

export interface ComboBoxProps {
  label: string;
  quietLabel?: boolean;
  options: readonly Option[];
  value: string | null;
  onChange: (id: string | null) => void;
  /** What is typed: the caller answers with other `options`. */
  text: string;
  onText: (text: string) => void;
  /** Said in the list when nothing fits. */
  empty: string;
  placeholder?: string;
  hint?: string;
  /** Also accepts words that are no option; `onChange` then hears null. */
  free?: boolean;
  autoFocus?: boolean;
  isDisabled?: boolean;
  className?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
}

export function ComboBox(props: ComboBoxProps) {
  const { label, quietLabel, options, value, onChange, text, onText, empty, placeholder, hint, free, className, inputRef } = props;
  return (
    <Combo
      className={join(css.field, className)}
      items={options}
      value={value}
      onChange={(key) => onChange(key === null ? null : String(key))}
      inputValue={text}
      onInputChange={onText}
      allowsCustomValue={free ?? false}
      allowsEmptyCollection
      menuTrigger="input"
      autoFocus={props.autoFocus ?? false}
      isDisabled={props.isDisabled ?? false}
      {...(quietLabel && { "aria-label": label })}
    >
      {!quietLabel && <Label className={css.label}>{label}</Label>}
      <div className={css.box}>
        <Input className={css.input} placeholder={placeholder} dir="auto" {...(inputRef && { ref: inputRef })} />
        <Button className={own.open}>
          <ChevronDown size={15} strokeWidth={1.75} className={css.icon} aria-hidden />
        </Button>
      </div>
      {hint && <Text slot="description" className={css.hint}>{hint}</Text>}
      <Popover className={css.pop} offset={4}>
        <ListBox className={css.list} renderEmptyState={() => <div className={css.none}>{empty}</div>}>
          {(option: Option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </Combo>
  );
}
