/** The refusal codes that have an entry in `walkthroughs/troubleshooting.md` and in its translations. */
export const TROUBLESHOOTING_TOPICS =
	/^(token-.+|extension-.+|.+-in-use|tenant-(not|type)-.+|name-(taken|not-printable-ascii)|scenario-group-required|service-unavailable|system-not-registered|status-forbids|formation-(rule|member-not)-.+|landscape-unreadable)$/;
