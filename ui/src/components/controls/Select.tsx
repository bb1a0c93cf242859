/** One of a few named choices. */
import { Check, ChevronDown } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "react-aria-components/Button";
import { Label } from "react-aria-components/Label";
import { ListBox, ListBoxItem } from "react-aria-components/ListBox";
import { Popover } from "react-aria-components/Popover";
import { Select as Choice, SelectValue } from "react-aria-components/Select";
import { Text } from "react-aria-components/Text";
import { join } from "../join";
import css from "./field.module.css";
import own from "./Select.module.css";

export interface Option<Id extends string = string> {
  id: Id;
  label: string;
  detail?: string;
  mark?: ReactNode;
}

export interface SelectProps<Id extends string> {
  /** Always named; `quietLabel` keeps the name off the screen. */
  label: string;
  quietLabel?: boolean;
  options: readonly Option<Id>[];
  value: Id | null;
  onChange: (id: Id) => void;
  placeholder?: string;
  hint?: string;
  isDisabled?: boolean;
  /** Borderless, for use in a line of text or a toolbar. */
  plain?: boolean;
  autoFocus?: boolean;
  className?: string | undefined;
}

export function Select<Id extends string>(props: SelectProps<Id>) {
  const { label, quietLabel, options, value, onChange, placeholder, hint, isDisabled, plain, autoFocus, className } = props;
  return (
    <Choice
      className={join(css.field, className)}
      value={value}
      onChange={(key) => key !== null && onChange(key as Id)}
      placeholder={placeholder ?? ""}
      isDisabled={isDisabled ?? false}
      {...(quietLabel && { "aria-label": label })}
    >
      {!quietLabel && <Label className={css.label}>{label}</Label>}
      <Button className={join(plain ? own.plain : css.box, own.button)} {...(autoFocus && { autoFocus })}>
        <SelectValue className={own.value} />
        <ChevronDown size={15} strokeWidth={1.75} className={css.icon} aria-hidden />
      </Button>
      {hint && <Text slot="description" className={css.hint}>{hint}</Text>}
      <Popover className={css.pop} offset={4}>
        <ListBox className={css.list} items={options}>
          {(option) => <OptionRow option={option} />}
        </ListBox>
      </Popover>
    </Choice>
  );
}

/** One row of a list of choices; the chosen one carries a tick, not only weight. */
export function OptionRow({ option }: { option: Option }) {
  return (
    <ListBoxItem id={option.id} textValue={option.label} className={css.option}>
      {({ isSelected }) => (
        <>
          {option.mark}
          <span className={css.optionText}>
            <Text slot="label">{option.label}</Text>
            {option.detail && <Text slot="description" className={join(css.detail, own.detail)}>{option.detail}</Text>}
          </span>
          {isSelected && <Check size={15} strokeWidth={2} aria-hidden />}
        </>
      )}
    </ListBoxItem>
  );
}
