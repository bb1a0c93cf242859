/** A whole or broken number with its unit; arrow keys step it. */
import { Group } from "react-aria-components/Group";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { NumberField as Field } from "react-aria-components/NumberField";
import { join } from "../join";
import css from "./field.module.css";

export interface NumberFieldProps {
  label: string;
  quietLabel?: boolean;
  value: number | null;
  /** Hears null when the field is emptied. */
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
  step?: number;
  placeholder?: string;
  /** At the end of the box: "days". */
  unit?: string;
  className?: string | undefined;
}

export function NumberField({ label, quietLabel, value, onChange, min, max, step, placeholder, unit, className }: NumberFieldProps) {
  return (
    <Field
      className={join(css.field, className)}
      value={value ?? Number.NaN}
      onChange={(to) => onChange(Number.isNaN(to) ? null : to)}
      {...(min !== undefined && { minValue: min })}
      {...(max !== undefined && { maxValue: max })}
      {...(step !== undefined && { step })}
      {...(quietLabel && { "aria-label": unit ? `${label} (${unit})` : label })}
    >
      {!quietLabel && <Label className={css.label}>{label}</Label>}
      <Group className={css.box}>
        <Input className={css.input} placeholder={placeholder} />
        {unit && <span className={css.detail} aria-hidden>{unit}</span>}
      </Group>
    </Field>
  );
}
