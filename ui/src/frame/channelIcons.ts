/** A picture for each way to reach each other; its name always stands beside it or is read out. */
import { AtSign, CalendarDays, LifeBuoy, type LucideIcon, Mail, Mailbox, MessageCircle, Phone, Users, Video } from "lucide-react";
import type { Channel } from "../bindings/Channel";

export const channelIcons: Record<Channel, LucideIcon> = {
  phone: Phone,
  email: Mail,
  inPerson: Users,
  video: Video,
  chat: MessageCircle,
  social: AtSign,
  post: Mailbox,
  event: CalendarDays,
  support: LifeBuoy,
};
