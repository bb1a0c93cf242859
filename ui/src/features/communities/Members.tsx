/** The people of a community: how often they came, whether they agreed to be brought together; found and added by name. */
import { plural } from "@lingui/core/macro";
import { useLingui } from "@lingui/react/macro";
import { useQuery } from "@tanstack/react-query";
import { Link } from "@tanstack/react-router";
import { Handshake, UserMinus, UserPlus } from "lucide-react";
import { useState } from "react";
import type { Community } from "../../bindings/Community";
import type { CommunityMember } from "../../bindings/CommunityMember";
import { Button } from "../../components/controls/Button";
import { ComboBox } from "../../components/controls/ComboBox";
import { Card } from "../../components/layout/Card";
import { ListRow } from "../../components/layout/ListRow";
import { Avatar } from "../../components/marks/Avatar";
import { Chip } from "../../components/marks/Chip";
import { useAddMembers, useAgree, useLeave } from "./actions";
import css from "./communities.module.css";
import { found } from "./queries";

export function Members({ community }: { community: Community }) {
  const { t } = useLingui();
  const add = useAddMembers();
  const [text, setText] = useState("");
  const { data } = useQuery(found(text));
  const { row, members, couldJoin } = community;
  const known = new Set(members.map((one) => one.person.id));
  const options = (data?.items ?? []).filter((one) => !known.has(one.id)).map((one) => ({ id: one.id, label: one.name, ...(one.organisation && { detail: one.organisation }) }));
  const join = (person: string) => {
    setText("");
    add.mutate({ id: row.id, people: [person] });
  };
  return (
    <Card rows>
      {members.length === 0 && <p className={css.teach}>{t`Nobody yet. Three people who know the same trouble are a beginning.`}</p>}
      {members.length > 0 && (
        <ul aria-label={t`Who is in it`} className={css.list}>
          {members.map((one) => <MemberRow key={one.id} member={one} />)}
        </ul>
      )}
      <div className={css.adding}>
        <ComboBox label={t`Add somebody`} options={options} value={null} onChange={(id) => id !== null && join(id)} text={text} onText={setText} empty={t`Nobody of that name.`} placeholder={t`Find by name`} />
        {couldJoin.length > 0 && (
          <div className={css.could}>
            <span>{t`From the segment:`}</span>
            {couldJoin.slice(0, 6).map((one) => <Button key={one.id} size="s" kind="quiet" icon={UserPlus} onPress={() => join(one.id)}><bdi>{one.name}</bdi></Button>)}
          </div>
        )}
      </div>
    </Card>
  );
}

function MemberRow({ member }: { member: CommunityMember }) {
  const { t } = useLingui();
  const agree = useAgree();
  const leave = useLeave();
  const { person, came, mayIntroduce } = member;
  const { id, name } = person;
  return (
    <li>
      <ListRow
        mark={<Avatar name={name} parts={person} />}
        title={<Link to="/people/$personId" params={{ personId: id }} className={css.who}>{name}</Link>}
        aside={person.organisation}
        text={came === 0 ? t`came to no meeting yet` : t`came to ${plural(came, { one: "# meeting", other: "# meetings" })}`}
        end={
          <>
            {mayIntroduce ? <Chip tone="good" icon={Handshake}>{t`may be introduced`}</Chip> : <Button kind="quiet" size="s" icon={Handshake} aria-label={t`They agreed: ${name} may be introduced`} onPress={() => agree.mutate({ person: id, how: "" })}>{t`They agreed`}</Button>}
            <Button kind="quiet" size="s" icon={UserMinus} aria-label={t`Take ${name} out`} onPress={() => leave.mutate(member)} />
          </>
        }
      />
    </li>
  );
}
