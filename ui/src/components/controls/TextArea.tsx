/** Several lines of text. `letter` sets them in the serif of what people say to each other. */
import type { ReactNode, Ref } from "react";
import { FieldError } from "react-aria-components/FieldError";
import { Label } from "react-aria-components/Label";
import { Text } from "react-aria-components/Text";
import { TextArea as Area } from "react-aria-components/TextArea";
import { TextField as Field, type TextFieldProps as FieldProps } from "react-aria-components/TextField";
import { join } from "../join";
import css from "./field.module.css";

export interface TextAreaProps extends Omit<FieldProps, "className" | "style" | "children" | "type"> {
  label?: string;
  hint?: ReactNode;
  error?: string | null | undefined;
  placeholder?: string;
  rows?: number;
  letter?: boolean;
  className?: string | undefined;
  areaRef?: Ref<HTMLTextAreaElement>;
}

export function TextArea({ label, hint, error, placeholder, rows = 3, letter, className, areaRef, ...rest }: TextAreaProps) {
  return (
    // Aria, not native: the browser would refuse to send a form again whose last answer was an error.
    <Field validationBehavior="aria" {...rest} isInvalid={Boolean(error)} className={join(css.field, className)}>
      {label && <Label className={css.label}>{label}</Label>}
      <Area
        className={join(css.box, css.area, letter && css.serif)}
        placeholder={placeholder}
        rows={rows}
        dir="auto"
        {...(areaRef && { ref: areaRef })}
      />
      {hint && !error && <Text slot="description" className={css.hint}>{hint}</Text>}
      <FieldError className={css.error}>{error}</FieldError>
    </Field>
  );
}
