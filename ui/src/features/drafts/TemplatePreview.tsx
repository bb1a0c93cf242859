/** What a template says to one person: chosen, filled, with what came from the book in colour. */
import { Trans, useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import type { FieldSpan } from "../../bindings/FieldSpan";
import type { NamedPerson } from "../../bindings/NamedPerson";
import type { TriedTemplate } from "../../bindings/TriedTemplate";
import { ComboBox } from "../../components/controls/ComboBox";
import { SectionHead } from "../../components/layout/Heads";
import { Avatar } from "../../components/marks/Avatar";
import { useFormat } from "../../frame/format";
import { findPeople } from "./queries";
import { useFieldName } from "./templateFields";
import own from "./templates.module.css";

export interface TemplatePreviewProps {
  person: NamedPerson | null;
  onPerson: (person: NamedPerson) => void;
  tried: TriedTemplate | undefined;
}

export function TemplatePreview({ person, onPerson, tried }: TemplatePreviewProps) {
  const { t } = useLingui();
  const fieldName = useFieldName();
  const format = useFormat();
  const missing = [...new Set(tried?.spans.filter(({ fallback }) => fallback).map(({ field }) => fieldName(field)))];
  const absent = format.list(missing);
  return (
    <div className={own.preview}>
      <SectionHead title={t`What it says`} />
      {person ? <ToWhom key={person.id} person={person} onPerson={onPerson} /> : <p className={own.note}><Trans>When somebody is in the book, you see here what it says to them.</Trans></p>}
      {person && tried && tried.fault && <p className={own.note}><Trans>It cannot be filled yet: see below the text.</Trans></p>}
      {person && tried && !tried.fault && (
        <>
          <div className={own.paper}>
            {tried.subject && <p className={own.subject} dir="auto">{tried.subject}</p>}
            <div className={own.letter}><Filled text={tried.text} spans={tried.spans} /></div>
          </div>
          {missing.length > 0 && <p className={own.note}><Trans>A fall-back stands for: {absent}.</Trans></p>}
        </>
      )}
    </div>
  );
}

function ToWhom({ person, onPerson }: { person: NamedPerson; onPerson: (person: NamedPerson) => void }) {
  const { t } = useLingui();
  const [text, setText] = useState(person.name);
  const found = useQuery(findPeople(text === person.name ? "" : text.trim())).data?.items ?? [];
  const listed = found.every((row) => row.id !== person.id) ? [person, ...found] : found;
  return (
    <ComboBox
      label={t`To`}
      options={listed.map((row) => ({ id: row.id, label: row.name, mark: <Avatar name={row.name} size={24} /> }))}
      value={person.id}
      onChange={(id) => {
        const row = listed.find((one) => one.id === id);
        if (row) onPerson({ id: row.id, name: row.name });
      }}
      text={text}
      onText={setText}
      empty={t`Nobody in the book has that name.`}
      placeholder={t`Type a part of the name`}
    />
  );
}

/** The text with its fields in colour; one that is a fall-back is underlined too. */
function Filled({ text, spans }: { text: string; spans: readonly FieldSpan[] }) {
  const pieces: React.ReactNode[] = [];
  let at = 0;
  for (const { from, to, fallback } of spans) {
    if (from < at || to <= from) continue;
    pieces.push(text.slice(at, from), <mark key={from} className={fallback ? own.fallback : own.field}>{text.slice(from, to)}</mark>);
    at = to;
  }
  return <>{pieces}{text.slice(at)}</>;
}
