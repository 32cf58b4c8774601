"""The frame around every page: navigation, address, session and shared resources."""
