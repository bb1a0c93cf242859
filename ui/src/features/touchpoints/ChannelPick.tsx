/** The channel as nine buttons in a bar; each has a figure as its key. */
import { useLingui } from "@lingui/react/macro";
import type { Ref } from "react";
import type { Channel } from "../../bindings/Channel";
import { Radios } from "../../components/controls/Toggles";
import { KeyHint } from "../../components/marks/KeyHint";
import { channelIcons } from "../../frame/channelIcons";
import { channels, useChannelName } from "../../strings/channels";
import css from "./touchpoints.module.css";

export function ChannelPick({ value, onChange, boxRef }: { value: Channel; onChange: (channel: Channel) => void; boxRef?: Ref<HTMLDivElement> }) {
  const { t } = useLingui();
  const name = useChannelName();
  return (
    <div ref={boxRef} className={css.channels}>
      <Radios
        label={t`How`}
        bar
        value={value}
        onChange={onChange}
        options={channels.map((channel, at) => {
          const Icon = channelIcons[channel];
          return {
            id: channel,
            name: name(channel),
            label: <><Icon size={15} strokeWidth={1.75} aria-hidden />{name(channel)}<KeyHint keys={String(at + 1)} /></>,
          };
        })}
      />
    </div>
  );
}

/** The channel whose key it is. */
export const channelOfKey = (key: string): Channel | undefined => (/^[1-9]$/.test(key) ? channels[Number(key) - 1] : undefined);
