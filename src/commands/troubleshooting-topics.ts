/** The refusal codes that have an entry in `walkthroughs/troubleshooting.md` and in its translations. */
export const TROUBLESHOOTING_TOPICS =
	/^(token-.+|extension-.+|.+-in-use|tenant-(not-the-same|type-differs)|name-(taken|not-printable-ascii)|scenario-group-required|service-unavailable|system-not-registered|status-forbids|formation-(rule-broken|member-not-allowed)|landscape-unreadable)$/;
