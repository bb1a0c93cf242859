/** A field for a secret: can be shown, and says when Caps Lock is on. */
import { useLingui } from "@lingui/react/macro";
import { Eye, EyeOff } from "lucide-react";
import { type ReactNode, type Ref, useState } from "react";
import { Button } from "../../components/controls/Button";
import { TextField } from "../../components/controls/TextField";

export interface PassphraseFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  hint?: ReactNode;
  error?: string | null | undefined;
  autoFocus?: boolean;
  isNew?: boolean;
  inputRef?: Ref<HTMLInputElement>;
}

export function PassphraseField({ label, value, onChange, hint, error, autoFocus = false, isNew, inputRef }: PassphraseFieldProps) {
  const { t } = useLingui();
  const [shown, setShown] = useState(false);
  const [caps, setCaps] = useState(false);
  return (
    <TextField
      label={label}
      type={shown ? "text" : "password"}
      value={value}
      onChange={onChange}
      autoFocus={autoFocus}
      autoComplete={isNew ? "new-password" : "current-password"}
      spellCheck="false"
      error={error}
      hint={caps ? t`Caps Lock is on.` : hint}
      onKeyDown={(event) => setCaps(event.getModifierState("CapsLock"))}
      {...(inputRef && { inputRef })}
      end={
        <Button
          kind="quiet"
          size="s"
          icon={shown ? EyeOff : Eye}
          aria-label={shown ? t`Hide what is typed` : t`Show what is typed`}
          onPress={() => setShown(!shown)}
        />
      }
    />
  );
}
