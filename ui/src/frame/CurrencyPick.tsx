/** A currency, found by its code or its name. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ComboBox } from "../components/controls/ComboBox";
import { useFormat } from "./format";
import { currencies } from "./money";

export interface CurrencyPickProps {
  value: string;
  onChange: (code: string) => void;
  label?: string;
  quietLabel?: boolean;
  className?: string | undefined;
}

export function CurrencyPick({ value, onChange, label, quietLabel = false, className }: CurrencyPickProps) {
  const { t } = useLingui();
  const { region } = useFormat();
  const [typed, setTyped] = useState<string | null>(null);
  const all = useQuery(currencies).data ?? [];
  const names = new Intl.DisplayNames([region], { type: "currency" });
  const wanted = (typed ?? "").trim().toLowerCase();
  const options = all
    .map(({ code }) => ({ id: code, label: code, detail: names.of(code) ?? "" }))
    .filter((one) => `${one.label} ${one.detail}`.toLowerCase().includes(wanted));
  return (
    <ComboBox
      className={className}
      label={label ?? t`Currency`}
      quietLabel={quietLabel}
      placeholder={t`a code or a name`}
      options={options}
      value={value || null}
      onChange={(code) => {
        if (code === null) return;
        setTyped(null);
        onChange(code);
      }}
      text={typed ?? value}
      onText={(text) => {
        const code = text.trim().toUpperCase();
        const known = all.some((one) => one.code === code);
        setTyped(known ? null : text);
        if (known && code !== value) onChange(code);
      }}
      empty={t`There is no such currency.`}
    />
  );
}
