/** Yes-or-no switches, check boxes, and one-of-few radio buttons. */
import { Check, Minus } from "lucide-react";
import type { ReactNode } from "react";
import { Checkbox as Box } from "react-aria-components/Checkbox";
import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import { Switch as Toggle } from "react-aria-components/Switch";
import { join } from "../join";
import field from "./field.module.css";
import css from "./Toggles.module.css";

interface ToggleProps {
  children: ReactNode;
  hint?: string;
  isSelected: boolean;
  onChange: (on: boolean) => void;
  isDisabled?: boolean;
}

export function Switch({ children, hint, isDisabled = false, ...rest }: ToggleProps) {
  return (
    <Toggle {...rest} isDisabled={isDisabled} className={css.row}>
      <span className={css.track}><span className={css.thumb} /></span>
      <Words hint={hint}>{children}</Words>
    </Toggle>
  );
}

interface CheckboxProps extends Omit<ToggleProps, "children"> {
  /** Without words on the screen: then `aria-label` is needed. */
  children?: ReactNode;
  "aria-label"?: string;
  /** Some of several are on. */
  some?: boolean;
}

export function Checkbox({ children, hint, isDisabled = false, some = false, ...rest }: CheckboxProps) {
  return (
    <Box {...rest} isDisabled={isDisabled} isIndeterminate={some} className={css.row}>
      <span className={css.box}>{some ? <Minus size={12} strokeWidth={3} aria-hidden /> : <Check size={12} strokeWidth={3} aria-hidden />}</span>
      {children !== undefined && <Words hint={hint}>{children}</Words>}
    </Box>
  );
}

export interface RadiosProps<Id extends string> {
  label: string;
  quietLabel?: boolean;
  options: readonly { id: Id; label: ReactNode; hint?: string; name?: string }[];
  value: Id | null;
  onChange: (id: Id) => void;
  /** Side by side as one bar of buttons, for two to five short words. */
  bar?: boolean;
  isDisabled?: boolean;
}

export function Radios<Id extends string>({ label, quietLabel, options, value, onChange, bar, isDisabled = false }: RadiosProps<Id>) {
  return (
    <RadioGroup
      className={field.field}
      value={value}
      onChange={(id) => onChange(id as Id)}
      orientation={bar ? "horizontal" : "vertical"}
      isDisabled={isDisabled}
      {...(quietLabel && { "aria-label": label })}
    >
      {!quietLabel && <Label className={field.label}>{label}</Label>}
      <div className={bar ? css.bar : css.stack}>
        {options.map((option) => (
          <Radio
            key={option.id}
            value={option.id}
            className={bar ? css.segment : css.row}
            {...(option.name !== undefined && { "aria-label": option.name })}
          >
            {!bar && <span className={join(css.box, css.round)} />}
            {bar ? option.label : <Words hint={option.hint}>{option.label}</Words>}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

function Words({ children, hint }: { children: ReactNode; hint: string | undefined }) {
  return (
    <span className={css.words}>
      <span>{children}</span>
      {hint && <span className={field.hint}>{hint}</span>}
    </span>
  );
}
