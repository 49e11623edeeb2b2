"""Cơ quan của bạn: what every new plan starts from."""
