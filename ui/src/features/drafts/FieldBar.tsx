/** Puts a field where one writes, with what stands there when somebody has not got it. */
import { Trans, useLingui } from "@lingui/react/macro";
import { Braces } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { TextField } from "../../components/controls/TextField";
import { tagFor, useTemplateFields } from "./templateFields";
import own from "./templates.module.css";

export function FieldBar({ onInsert }: { onInsert: (tag: string) => void }) {
  const { t } = useLingui();
  const fields = useTemplateFields();
  const [field, setField] = useState("person.preferred");
  const [fallback, setFallback] = useState("");
  const insert = () => {
    onInsert(tagFor(field, fallback));
    setFallback("");
  };
  return (
    <div className={own.fields} role="group" aria-label={t`A field`}>
      <Select label={t`Field`} options={fields} value={field} onChange={setField} />
      <TextField
        label={t`If it is missing`}
        placeholder={t`there`}
        value={fallback}
        onChange={setFallback}
        onKeyDown={(event) => {
          // Here Enter puts the field in; it does not save the template.
          if (event.key !== "Enter") return;
          event.preventDefault();
          insert();
        }}
      />
      <Button icon={Braces} onPress={insert}><Trans>Put it in</Trans></Button>
    </div>
  );
}
