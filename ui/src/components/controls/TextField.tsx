/** One line of text with its label, and the hint or error below it. */
import type { ReactNode, Ref } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Input } from "react-aria-components/Input";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextField as Field, type TextFieldProps as FieldProps } from "react-aria-components/TextField";
import { join } from "../join";
import css from "./field.module.css";

export interface TextFieldProps extends Omit<FieldProps, "className" | "style" | "children"> {
  label?: string;
  hint?: ReactNode;
  /** Why it cannot stay so; marks the field invalid. */
  error?: string | null | undefined;
  placeholder?: string;
  /** At the end of the box: a unit, a button. */
  end?: ReactNode;
  className?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
}

export function TextField({ label, hint, error, placeholder, end, className, inputRef, ...rest }: TextFieldProps) {
  return (
    // Aria, not native: the browser would refuse to send a form again whose last answer was an error.
    <Field validationBehavior="aria" {...rest} isInvalid={Boolean(error)} className={join(css.field, className)}>
      {label && <Label className={css.label}>{label}</Label>}
      <div className={css.box}>
        <Input className={css.input} placeholder={placeholder} dir="auto" {...(inputRef && { ref: inputRef })} />
        {end}
      </div>
      {hint && !error && <Text slot="description" className={css.hint}>{hint}</Text>}
      <FieldError className={css.error}>{error}</FieldError>
    </Field>
  );
}
