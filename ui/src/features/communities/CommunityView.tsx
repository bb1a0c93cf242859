/** One community: what it is about, its people, its meetings. */
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { CalendarPlus, Ellipsis, Trash2 } from "lucide-react";
import { useState } from "react";
import { Button } from "../../components/controls/Button";
import { Select } from "../../components/controls/Select";
import { PageHead, SectionHead } from "../../components/layout/Heads";
import { Notice } from "../../components/layout/States";
import { Menu } from "../../components/overlays/Menu";
import { InPlace } from "../../frame/InPlace";
import { useFormat } from "../../frame/format";
import { segmentList } from "../../frame/segmentList";
import { useSentence } from "../../strings/sentences";
import { useRemove, useSave } from "./actions";
import css from "./communities.module.css";
import { MeetingList } from "./MeetingList";
import { MeetSheet } from "./MeetSheet";
import { Members } from "./Members";
import { oneCommunity } from "./queries";

const none = "none";

export function CommunityView({ id }: { id: string }) {
  const { t } = useLingui();
  const sentence = useSentence();
  const format = useFormat();
  const save = useSave();
  const remove = useRemove();
  const { data, error } = useQuery(oneCommunity(id));
  const { data: segments } = useQuery(segmentList);
  const [meets, setMeets] = useState(false);
  if (error) return error.code === "notFound" ? null : <Notice tone="danger">{sentence(error)}</Notice>;
  if (!data) return null;
  const { row, members, meetings } = data;
  return (
    <div className={css.page}>
      <PageHead
        title={<InPlace label={t`Name of the community`} value={row.name} onSave={(to) => save.mutate({ id, name: to })} keep={["community", id, "name"]} placeholder={t`What is it called?`} needed />}
        line={
          <span className={css.whose}>
            <Select label={t`Within which segment`} quietLabel plain options={[{ id: none, label: t`Within no segment` }, ...(segments ?? []).map((one) => ({ id: one.id, label: one.name }))]} value={row.segment?.id ?? none} onChange={(to) => save.mutate({ id, segment: to === none ? "" : to })} />
          </span>
        }
        deeds={
          <>
            <Menu label={t`More about this community`} deeds={[{ id: "remove", label: t`Remove the community`, icon: Trash2, danger: true, onDo: () => remove.mutate(row) }]}>
              <Button icon={Ellipsis} aria-label={t`More`} />
            </Menu>
            <Button kind="primary" icon={CalendarPlus} isDisabled={members.length === 0} onPress={() => setMeets(true)}>{t`We met`}</Button>
          </>
        }
      />
      <section>
        <SectionHead title={t`What they have in common`} />
        <InPlace label={t`What they have in common`} value={row.about} onSave={(to) => save.mutate({ id, about: to })} keep={["community", id, "about"]} placeholder={t`What brings them together, and what do they tell each other?`} letter />
      </section>
      <section>
        <SectionHead title={t`Who is in it`} count={format.number(members.length)} />
        <Members community={data} />
      </section>
      <section>
        <SectionHead title={t`Meetings`} count={format.number(meetings.length)} />
        <MeetingList meetings={meetings} />
      </section>
      {meets && <MeetSheet community={data} onClose={() => setMeets(false)} />}
    </div>
  );
}
