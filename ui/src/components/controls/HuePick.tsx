/** One of the colours of the palette, each with its name read out and shown on hover. */
import { Label } from "react-aria-components/Label";
import { Radio, RadioGroup } from "react-aria-components/RadioGroup";
import type { CSSProperties } from "react";
import field from "./field.module.css";
import css from "./HuePick.module.css";

export interface HuePickProps {
  label: string;
  /** 0 is none. */
  options: readonly { hue: number; name: string }[];
  value: number;
  onChange: (hue: number) => void;
}

export function HuePick({ label, options, value, onChange }: HuePickProps) {
  return (
    <RadioGroup className={field.field} value={String(value)} onChange={(hue) => onChange(Number(hue))} orientation="horizontal">
      <Label className={field.label}>{label}</Label>
      <div className={css.hues}>
        {options.map(({ hue, name }) => (
          <Radio
            key={hue}
            value={String(hue)}
            aria-label={name}
            className={css.hue}
            style={{ "--hue": hue === 0 ? "var(--line-strong)" : `var(--hue-${hue})` } as CSSProperties}
          >
            <span className={css.dot} title={name} />
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
